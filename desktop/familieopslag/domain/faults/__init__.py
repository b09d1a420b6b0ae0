"""Every fault that a user can meet: a stable code, what happened, what to do about it, and where it comes from.

A room for each part of the program's surroundings; docs/fejl.md is made of all of them.
"""

from familieopslag.domain.faults.accountability import *
from familieopslag.domain.faults.answer import *
from familieopslag.domain.faults.connection import *
from familieopslag.domain.faults.kinds import *
from familieopslag.domain.faults.number import *
from familieopslag.domain.faults.paper import *
from familieopslag.domain.faults.program import *
from familieopslag.domain.faults.security import *
from familieopslag.domain.faults.setup import *
