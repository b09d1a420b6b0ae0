"""What a person, an address and a protection is: no Qt, no input or output."""
