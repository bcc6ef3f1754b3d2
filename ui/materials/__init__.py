"""The screen of the materials and today's prices."""
