"""The commands of the program, one a module; each imports what it needs when it is called."""
