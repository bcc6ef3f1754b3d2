"""How fast the program is, against floors and peers measured in the same run: `make bench`."""
