package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/VictoriaMetrics/VictoriaMetrics/lib/prompb"
	"github.com/VictoriaMetrics/VictoriaMetrics/lib/promutil"
	"github.com/VictoriaMetrics/VictoriaMetrics/lib/streamaggr"
	"gopkg.in/yaml.v2"
)

// options are flags of stream aggregation that stand for all rules of a file.
type options struct {
	DedupInterval        string   `yaml:"dedupInterval"`
	DropInputLabels      []string `yaml:"dropInputLabels"`
	IgnoreOldSamples     bool     `yaml:"ignoreOldSamples"`
	IgnoreFirstIntervals int      `yaml:"ignoreFirstIntervals"`
	KeepInput            bool     `yaml:"keepInput"`
	EnableWindows        bool     `yaml:"enableWindows"`
}

func readOptions(text string) (*streamaggr.Options, error) {
	var given options
	if err := yaml.UnmarshalStrict([]byte(text), &given); err != nil {
		return nil, err
	}
	var interval time.Duration
	var err error
	if given.DedupInterval != "" {
		interval, err = time.ParseDuration(given.DedupInterval)
	}
	return &streamaggr.Options{
		DedupInterval:        interval,
		DropInputLabels:      given.DropInputLabels,
		IgnoreOldSamples:     given.IgnoreOldSamples,
		IgnoreFirstIntervals: given.IgnoreFirstIntervals,
		KeepInput:            given.KeepInput,
		EnableWindows:        given.EnableWindows,
	}, err
}

var ofAggregator = regexp.MustCompile(`(?s)^cannot initialize aggregator #(\d+): (.*)$`)

func parseAggregation(rules, optionsText string) *problem {
	given, err := readOptions(optionsText)
	if err != nil {
		return problemOf(err)
	}
	aggregators, err := streamaggr.LoadFromData([]byte(rules), func([]prompb.TimeSeries) {}, given, "")
	if err == nil {
		aggregators.MustStop()
		return nil
	}
	message := strings.TrimPrefix(err.Error(), "cannot parse stream aggregation config: ")
	parts := ofAggregator.FindStringSubmatch(message)
	if parts == nil {
		return &problem{message: message}
	}
	index, _ := strconv.Atoi(parts[1])
	return &problem{message: parts[2], rule: index + 1}
}

type aggregated struct {
	IsMatched bool                `json:"isMatched"`
	Series    []map[string]string `json:"series"`
}

// aggregateSample tells by which rules a sample is taken in, and the labels of the series that come out in the end.
func aggregateSample(rules, optionsText, sample string) any {
	given, err := readOptions(optionsText)
	if err != nil {
		panic(err)
	}
	var configs []*streamaggr.Config
	if err := yaml.UnmarshalStrict([]byte(rules), &configs); err != nil {
		panic(err)
	}
	labels := promutil.NewLabelsFromMap(readJSON[map[string]string](sample)).Labels
	results := make([]aggregated, len(configs))
	for index, config := range configs {
		results[index] = aggregateBy(config, given, labels)
	}
	return results
}

// aggregateBy gives a rule two samples and ends it at once, with everything off that waits for time to pass.
func aggregateBy(config *streamaggr.Config, given *streamaggr.Options, labels []prompb.Label) aggregated {
	off, on, none := false, true, 0
	config.FlushOnShutdown, config.NoAlignFlushToInterval = &on, &on
	config.IgnoreOldSamples, config.EnableWindows, config.IgnoreFirstIntervals = &off, &off, &none
	config.DedupInterval, config.IgnoreFirstSampleInterval = "", "0s"
	rule, err := yaml.Marshal([]*streamaggr.Config{config})
	if err != nil {
		panic(err)
	}
	result := aggregated{Series: []map[string]string{}}
	collect := func(series []prompb.TimeSeries) {
		for _, one := range series {
			result.Series = append(result.Series, labelsOf(one.Labels))
		}
	}
	aggregators, err := streamaggr.LoadFromData(rule, collect, &streamaggr.Options{
		DropInputLabels: given.DropInputLabels, KeepInput: given.KeepInput,
	}, "")
	if err != nil {
		panic(fmt.Errorf("cannot start the rule: %w", err))
	}
	now := time.Now().UnixMilli()
	samples := []prompb.Sample{{Value: 1, Timestamp: now}, {Value: 2, Timestamp: now + 1}}
	matched := aggregators.Push([]prompb.TimeSeries{{Labels: labels, Samples: samples}}, nil)
	aggregators.MustStop()
	result.IsMatched = matched[0] == 1
	return result
}
