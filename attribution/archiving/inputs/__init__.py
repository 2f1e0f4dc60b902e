"""From the files of an archive to its documents, one after the other."""
