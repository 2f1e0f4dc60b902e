"""Archives of any size: documents in, shards of tables out, on the processes of one machine or of many."""
