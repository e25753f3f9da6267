"""Who said what about which organization, and when: quotations out of news articles."""

__version__ = "0.1.0"
