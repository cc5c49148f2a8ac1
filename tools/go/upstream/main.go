// VictoriaMetrics' own code as WebAssembly: the parsers of rules and of queries of logs, relabeling and stream aggregation. It puts functions into JavaScript's global
// scope. The parsers return null, or an object with what is wrong with a text; the others take and return JSON.
package main

import (
	"fmt"
	"syscall/js"
)

func main() {
	for name, parse := range map[string]func(arguments []string) *problem{
		"parseMetricsQL":   func(arguments []string) *problem { return parseMetricsQL(arguments[0]) },
		"parseTemplate":    func(arguments []string) *problem { return parseTemplate(arguments[0]) },
		"parseLogsRule":    func(arguments []string) *problem { return parseLogsRule(arguments[0]) },
		"parseLogsFilter":  func(arguments []string) *problem { return parseLogsFilter(arguments[0]) },
		"parseRelabeling":  func(arguments []string) *problem { return parseRelabeling(arguments[0]) },
		"parseAggregation": func(arguments []string) *problem { return parseAggregation(arguments[0], arguments[1]) },
	} {
		js.Global().Set(name, parser(parse))
	}
	js.Global().Set("relabelTargets", answering(func(arguments []string) any { return relabelTargets(arguments[0], arguments[1]) }))
	js.Global().Set("relabelSample", answering(func(arguments []string) any { return relabelSample(arguments[0], arguments[1]) }))
	js.Global().Set("aggregateSample", answering(func(arguments []string) any {
		return aggregateSample(arguments[0], arguments[1], arguments[2])
	}))
	select {}
}

// problem is what is wrong with a text. Line and column are known of some, and the number of the rule of others; the first is 1.
type problem struct {
	message string
	line    int
	column  int
	rule    int
}

func problemOf(err error) *problem {
	if err == nil {
		return nil
	}
	return &problem{message: err.Error()}
}

func parser(parse func(arguments []string) *problem) js.Func {
	return js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		found := withoutPanic(func() *problem { return parse(texts(arguments)) })
		if found == nil {
			return nil
		}
		return map[string]any{"message": found.message, "line": found.line, "column": found.column, "rule": found.rule}
	})
}

// answering gives JSON, in an array so that a panic is told from an answer.
func answering(answer func(arguments []string) any) js.Func {
	return js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		var result string
		if found := withoutPanic(func() *problem {
			result = printJSON(answer(texts(arguments)))
			return nil
		}); found != nil {
			return map[string]any{"message": found.message}
		}
		return result
	})
}

func texts(arguments []js.Value) []string {
	all := make([]string, len(arguments))
	for index, argument := range arguments {
		all[index] = argument.String()
	}
	return all
}

// withoutPanic keeps the module alive for the texts that come after one that a function was not made for.
func withoutPanic(work func() *problem) (found *problem) {
	defer func() {
		if reason := recover(); reason != nil {
			found = &problem{message: fmt.Sprint(reason)}
		}
	}()
	return work()
}
