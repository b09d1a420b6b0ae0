"""A local stand-in for Serviceplatformen: a SOAP service over mutual TLS on 127.0.0.1, with a register of its own.

The demonstration and training mode talk to it, and so do the end-to-end tests. It is built from the contract of
SF6006 alone and shares nothing with the client but the folder of resources.
"""
