// Huoshui (活水) is a workbench for the organization departments of Chinese
// counties and cities.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"huoshui/app"
	"huoshui/app/command"
)

// version is set by the build from FyneApp.toml.
var version = "0.1.0"

func main() { os.Exit(run()) }

// run is the command line: a command, or the window.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer app.StartLog()()
	app.KeepAnchors()
	command.Version = version
	args := os.Args[1:]
	if db, ok := command.Window(args); ok {
		return app.Run(ctx, db, version)
	}
	attachConsole()
	return command.Run(ctx, args, os.Stdout, os.Stderr, app.Shots)
}
