"""The tests, and what several of them build articles from by hand."""
