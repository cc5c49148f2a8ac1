package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/VictoriaMetrics/VictoriaLogs/lib/logstorage"
)

var (
	errNoStats = errors.New("it has no stats pipe: a rule needs numbers, such as `error | stats count() as errors`")
	errBuckets = errors.New("its results are grouped by time: leave _time out of `by`, since a rule evaluates one moment")
)

// parseLogsRule reads a query of a rule as vmalert does.
func parseLogsRule(text string) *problem {
	query, err := logstorage.ParseStatsQuery(text, 0)
	if err != nil {
		return logsProblem(text, err)
	}
	labels, err := query.GetStatsLabels()
	if err == nil && slices.Contains(labels, "_time") {
		err = errBuckets
	}
	return logsProblem(text, err)
}

// parseLogsFilter reads a filter of log entries. Filters of requests may also be a map of fields in JSON.
func parseLogsFilter(text string) *problem {
	if strings.HasPrefix(text, `{"`) {
		return nil
	}
	_, err := logstorage.ParseFilterAtTimestamp(text, 0)
	return logsProblem(text, err)
}

const (
	contextMark   = "; context: ["
	contextLength = 50
)

// logsProblem replaces the part of the text that the parser quotes, which ends where it stopped, by its place.
func logsProblem(text string, err error) *problem {
	if err == nil {
		return nil
	}
	message := err.Error()
	if strings.HasPrefix(message, "missing `| stats") {
		return &problem{message: errNoStats.Error()}
	}
	mark := strings.LastIndex(message, contextMark)
	if mark < 0 {
		return &problem{message: message}
	}
	end := stoppedAt(text, message[mark+len(contextMark):])
	if end <= 0 {
		return &problem{message: message}
	}
	line, column := position(text, end-1)
	return &problem{message: message[:mark], line: line, column: column}
}

// stoppedAt gives the end of a part of the text that a message goes on with, up to a bracket. A part below the longest begins the text.
func stoppedAt(text, rest string) int {
	for end := len(rest) - 1; end > 0; end-- {
		if rest[end] != ']' {
			continue
		}
		part := strings.TrimRight(rest[:end], " \t\r\n")
		if strings.HasPrefix(text, rest[:end]) && end <= contextLength {
			return len(part)
		}
		if end == contextLength && strings.Count(text, rest[:end]) == 1 {
			return strings.Index(text, rest[:end]) + len(part)
		}
	}
	return -1
}
