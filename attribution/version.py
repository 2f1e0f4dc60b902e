"""The version of this library, in the one place that both the code and `setup.cfg` read."""

VERSION = "0.1.0"
