package main

import (
	"encoding/json"

	"github.com/VictoriaMetrics/VictoriaMetrics/lib/prompb"
)

func printJSON(data any) string {
	text, err := json.Marshal(data)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func readJSON[Data any](text string) (data Data) {
	if err := json.Unmarshal([]byte(text), &data); err != nil {
		panic(err)
	}
	return data
}

func labelsOf(labels []prompb.Label) map[string]string {
	all := make(map[string]string, len(labels))
	for _, label := range labels {
		all[label.Name] = label.Value
	}
	return all
}
