"""Keys of people and of the agency: made, kept under a passphrase, shown in public, refused when weak."""
