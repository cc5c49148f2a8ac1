module pulumi-victoriametrics/tools/upstream

go 1.26.5

require (
	github.com/VictoriaMetrics/VictoriaLogs v1.52.2
	github.com/VictoriaMetrics/VictoriaMetrics v1.149.0
	github.com/VictoriaMetrics/metricsql v0.87.3
	github.com/valyala/fastjson v1.6.10
	gopkg.in/yaml.v2 v2.4.0
)

require (
	github.com/VictoriaMetrics/easyproto v1.2.0 // indirect
	github.com/VictoriaMetrics/metrics v1.44.0 // indirect
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	github.com/klauspost/compress v1.19.1 // indirect
	github.com/valyala/bytebufferpool v1.0.0 // indirect
	github.com/valyala/fastrand v1.1.0 // indirect
	github.com/valyala/fasttemplate v1.2.2 // indirect
	github.com/valyala/gozstd v1.25.0 // indirect
	github.com/valyala/histogram v1.2.0 // indirect
	github.com/valyala/quicktemplate v1.8.0 // indirect
	golang.org/x/sys v0.47.0 // indirect
)
