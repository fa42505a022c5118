package lrmx

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// FuzzRead feeds damaged files; what is accepted has to survive writing.
func FuzzRead(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "fixed", "*.lrmx"))
	if err != nil || len(paths) == 0 {
		f.Fatal("no files to start from", err)
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("<Person a='1'><x:a b=\"2\">&#13;<c/> </x:a><XingMing><br/>张<i/></XingMing><ZhaoPian>坏</ZhaoPian><JiaTingChengYuan><Item y='1'><d/></Item>e<f/></JiaTingChengYuan></Person>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := Read(bytes.NewReader(raw))
		if err == nil && len(file.Tags) < maxElements/2 {
			checkRoundTrip(t, file)
		}
	})
}
