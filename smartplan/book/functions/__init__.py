"""What templates may call. Names are Indonesian, because a regency changes templates without knowing Python."""
