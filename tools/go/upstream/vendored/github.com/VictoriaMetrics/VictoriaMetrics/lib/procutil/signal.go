// Package procutil stands in for one that needs signals.
package procutil

import "os"

// WaitForSigterm waits for ever.
func WaitForSigterm() os.Signal { select {} }

// SelfSIGHUP does nothing.
func SelfSIGHUP() {}

// NewSighupChan returns a channel on which nothing comes.
func NewSighupChan() <-chan os.Signal { return nil }
