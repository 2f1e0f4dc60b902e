"""Where shards are worked on: the processes of this machine, or a Dask cluster."""
