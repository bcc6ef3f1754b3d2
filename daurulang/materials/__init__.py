"""Materials, their aliases and their effective-dated prices."""
