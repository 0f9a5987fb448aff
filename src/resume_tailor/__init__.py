"""Turn one maximal base resume into a different, better resume for each company."""

__version__ = "0.1.0"
