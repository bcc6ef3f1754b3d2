"""The centre itself: name, address, signatories, logo, the rules of its counter."""
