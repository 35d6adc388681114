"""`python -m app.cli`: the console without its script, as child processes are started."""

from app.cli import main

if __name__ == "__main__":
    main()
