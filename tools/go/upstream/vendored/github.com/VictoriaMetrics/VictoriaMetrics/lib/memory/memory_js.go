package memory

// sysTotalMemory is what caches take their share of: as much as WebAssembly can address.
func sysTotalMemory() int { return 1 << 32 }
