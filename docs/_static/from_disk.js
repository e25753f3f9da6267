// Excerpts of what a search finds are fetched from its pages, which browsers forbid to pages on disk.
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
