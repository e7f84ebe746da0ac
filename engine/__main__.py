"""`python -m engine` is the command `toque`."""

from engine.cli import main

if __name__ == "__main__":
    main(prog_name="toque")
