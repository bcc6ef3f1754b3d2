"""Questions across features, answered as frozen values."""
