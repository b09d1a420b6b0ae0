"""The wire: everything Serviceplatformen is, and nothing else."""
