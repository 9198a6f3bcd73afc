// ELK compiled for workers: it answers its own messages when it is loaded in one.
import "elkjs/lib/elk-worker.min.js";
