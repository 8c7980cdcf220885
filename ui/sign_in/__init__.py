"""Who is signed in: roles from an identity provider, or chosen in a demo; nothing else gives one."""
