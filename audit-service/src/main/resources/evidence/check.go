// Checks the log's part of a bundle of evidence: check LOG-KEY-FILE, in the directory where the bundle was unpacked.
package main

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"log"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const mostSamples = 64

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: check LOG-KEY-FILE")
	}
	key, err := note.NewVerifier(strings.TrimSpace(read(os.Args[1])))
	check(err)
	seed := checkStatement(key)
	first, last := checkGrowth(key)
	samples := checkSamples(key, seed, first, last)
	fmt.Printf("verified: %d entries before the period, %d at its end, %d samples\n", first.N, last.N, samples)
}

// checkStatement checks the signed statement and returns its seed.
func checkStatement(key note.Verifier) string {
	opened, err := note.Open([]byte(read("MANIFEST.note")), note.VerifierList(key))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	manifest := fmt.Sprintf("manifest %x", sha256.Sum256([]byte(read("MANIFEST"))))
	require(len(lines) == 6 && lines[0] == key.Name()+"/evidence/v1" && lines[4] == manifest, "MANIFEST.note")
	require(strings.HasPrefix(lines[3], "seed "), "MANIFEST.note")
	return strings.TrimPrefix(lines[3], "seed ")
}

// checkGrowth checks that each checkpoint continues the one before, and returns the first and the last tree.
func checkGrowth(key note.Verifier) (first, last tlog.Tree) {
	if _, err := os.Stat("log/checkpoint-first"); err == nil {
		first = checkpoint(key, read("log/checkpoint-first"))
	}
	days, err := filepath.Glob("log/checkpoints/*")
	check(err)
	last = first
	for _, day := range days {
		next := checkpoint(key, read(day))
		require(next.N > last.N, day)
		if last.N > 0 {
			name := fmt.Sprintf("log/consistency/%d-%d", last.N, next.N)
			proof := hashes(strings.Fields(read(name)))
			require(tlog.CheckTree(proof, next.N, next.Hash, last.N, last.Hash) == nil, name)
		}
		last = next
	}
	if last.N > 0 {
		require(checkpoint(key, read("log/checkpoint-last")) == last, "log/checkpoint-last")
	}
	return first, last
}

// checkSamples checks that the samples are those that follow from the seed, and that each is in the last tree.
func checkSamples(key note.Verifier, seed string, first, last tlog.Tree) int {
	entries := last.N - first.N
	wanted := map[int64]bool{}
	for counter := 0; int64(len(wanted)) < entries && len(wanted) < mostSamples; counter++ {
		hash := sha256.Sum256([]byte(fmt.Sprintf("%s\n%d", seed, counter)))
		number := new(big.Int).SetBytes(hash[:])
		wanted[number.Mod(number, big.NewInt(entries)).Int64()+first.N] = true
	}
	there, err := filepath.Glob("samples/*")
	check(err)
	require(len(there) == len(wanted), "samples")
	for index := range wanted {
		name := fmt.Sprintf("samples/%d.tlog-proof", index)
		head, signed, found := strings.Cut(read(name), "\n\n")
		lines := strings.Split(head, "\n")
		require(found && len(lines) >= 3 && lines[0] == "c2sp.org/tlog-proof@v1", name)
		require(lines[2] == "index "+strconv.FormatInt(index, 10) && checkpoint(key, signed) == last, name)
		entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
		check(err)
		require(strings.HasPrefix(string(entry), "lunaria-access/1\n"), name)
		proof := hashes(lines[3:])
		require(tlog.CheckRecord(proof, last.N, last.Hash, index, tlog.RecordHash(entry)) == nil, name)
	}
	return len(wanted)
}

func checkpoint(key note.Verifier, signed string) tlog.Tree {
	opened, err := note.Open([]byte(signed), note.VerifierList(key))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	require(len(lines) == 4 && lines[0] == key.Name(), "checkpoint")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: root}
}

func hashes(lines []string) []tlog.Hash {
	parsed := make([]tlog.Hash, len(lines))
	for i, line := range lines {
		hash, err := tlog.ParseHash(line)
		check(err)
		parsed[i] = hash
	}
	return parsed
}

func read(name string) string {
	content, err := os.ReadFile(name)
	check(err)
	return string(content)
}

func require(holds bool, what string) {
	if !holds {
		log.Fatal("not as it has to be: " + what)
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
