package cpu

// Zero is what the module has here, and VictoriaMetrics divides by it.
const cacheLineSize = 64

func initOptions() {}

func archInit() {}
