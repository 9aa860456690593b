"""Reports computed from the exported log alone, so that anybody who has the file and the public key gets the same."""
