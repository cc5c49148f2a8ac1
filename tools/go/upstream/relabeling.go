package main

import (
	"fmt"
	"net/url"
	"regexp"
	"strconv"

	"github.com/VictoriaMetrics/VictoriaMetrics/lib/auth"
	"github.com/VictoriaMetrics/VictoriaMetrics/lib/flagutil"
	"github.com/VictoriaMetrics/VictoriaMetrics/lib/prompb"
	"github.com/VictoriaMetrics/VictoriaMetrics/lib/promrelabel"
	"github.com/VictoriaMetrics/VictoriaMetrics/lib/promutil"
	"github.com/VictoriaMetrics/VictoriaMetrics/lib/timeutil"
	"github.com/valyala/fastjson"
)

var ofRule = regexp.MustCompile("(?s)^error when parsing `relabel_config` #(\\d+): (.*)$")

func parseRelabeling(rules string) *problem {
	_, err := promrelabel.ParseRelabelConfigsData([]byte(rules))
	if err == nil {
		return nil
	}
	parts := ofRule.FindStringSubmatch(err.Error())
	if parts == nil {
		return problemOf(err)
	}
	number, _ := strconv.Atoi(parts[1])
	return &problem{message: parts[2], rule: number}
}

func mustParseRelabeling(rules string) *promrelabel.ParsedConfigs {
	parsed, err := promrelabel.ParseRelabelConfigsData([]byte(rules))
	if err != nil {
		panic(err)
	}
	return parsed
}

// target is what becomes of a target: labels and URL, or the reason why it is dropped.
type target struct {
	Labels map[string]string `json:"labels,omitempty"`
	URL    string            `json:"url,omitempty"`
	// Rule that drops it, from 0; as many as there are when no label is left after the last one.
	Rule    *int   `json:"rule,omitempty"`
	Problem string `json:"problem,omitempty"`
}

type job struct {
	Rules  []any               `json:"rules"`
	Params map[string][]string `json:"params"`
}

// relabelTargets tells what a job makes of targets with these labels.
func relabelTargets(jobText, targets string) any {
	of := readJSON[job](jobText)
	rules := mustParseRelabeling(printJSON(of.Rules))
	all := fastjson.MustParse(targets).GetArray()
	results := make([]target, len(all))
	for index, labels := range all {
		results[index] = relabelTarget(rules, of.Params, labels)
	}
	return results
}

// sortedLabels reads an object of texts.
func sortedLabels(object *fastjson.Value) *promutil.Labels {
	fields := object.GetObject()
	labels := &promutil.Labels{Labels: make([]prompb.Label, 0, fields.Len()+1)}
	fields.Visit(func(name []byte, value *fastjson.Value) {
		labels.Add(string(name), string(value.GetStringBytes()))
	})
	labels.Sort()
	return labels
}

func relabelTarget(rules *promrelabel.ParsedConfigs, params map[string][]string, given *fastjson.Value) target {
	labels := sortedLabels(given)
	labels.Labels = rules.Apply(labels.Labels, 0)
	if len(labels.Labels) == 0 {
		_, steps := rules.ApplyDebug(sortedLabels(given).Labels)
		rule := len(steps) - 1
		return target{Rule: &rule}
	}
	labels.RemoveMetaLabels()
	if len(labels.Labels) == 0 {
		rule := rules.Len()
		return target{Rule: &rule}
	}
	address, instance := promrelabel.GetScrapeURL(labels, params)
	if address == "" {
		return target{Problem: "it has no address"}
	}
	if err := checkTarget(address, labels); err != nil {
		return target{Problem: err.Error()}
	}
	labels.RemoveLabelsWithDoubleUnderscorePrefix()
	if labels.Get("instance") == "" {
		labels.Add("instance", instance)
	}
	return target{Labels: labelsOf(labels.Labels), URL: address}
}

// settings are labels that set something of a target, and how they are read.
var settings = []struct {
	label string
	read  func(text string) error
}{
	{"__tenant_id__", func(text string) error { _, err := auth.NewToken(text); return err }},
	{"__scrape_interval__", func(text string) error { _, err := timeutil.ParseDuration(text); return err }},
	{"__scrape_timeout__", func(text string) error { _, err := timeutil.ParseDuration(text); return err }},
	{"__max_scrape_size__", func(text string) error { _, err := flagutil.ParseBytes(text); return err }},
	{"__series_limit__", isNumber},
	{"__sample_limit__", isNumber},
	{"__label_limit__", isNumber},
	{"__stream_parse__", func(text string) error { _, err := strconv.ParseBool(text); return err }},
}

func isNumber(text string) error {
	_, err := strconv.Atoi(text)
	return err
}

func checkTarget(address string, labels *promutil.Labels) error {
	if _, err := url.Parse(address); err != nil {
		return err
	}
	for _, setting := range settings {
		if text := labels.Get(setting.label); text != "" {
			if err := setting.read(text); err != nil {
				return fmt.Errorf("cannot parse %s: %w", setting.label, err)
			}
		}
	}
	return nil
}

// step is what one rule makes of the labels of a sample; none are left of one that is dropped.
type step struct {
	Rule   int               `json:"rule"`
	Labels map[string]string `json:"labels"`
}

// relabelSample tells what rules make of a sample, step by step. The last step is what is passed on, without labels for internal use.
func relabelSample(rules, sample string) any {
	all := readJSON[[]any](rules)
	labels := promutil.NewLabelsFromMap(readJSON[map[string]string](sample)).Labels
	steps := []step{}
	for index, rule := range all {
		labels = mustParseRelabeling(printJSON([]any{rule})).Apply(labels, 0)
		steps = append(steps, step{Rule: index, Labels: labelsOf(labels)})
		if len(labels) == 0 {
			return steps
		}
	}
	final := promrelabel.FinalizeLabels([]prompb.Label{}, labels)
	return append(steps, step{Rule: len(all), Labels: labelsOf(final)})
}
