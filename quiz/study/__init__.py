"""Where the rooms meet: loading banks, choosing, the queue, one sitting, replay."""
