// Checks a log's files with golang.org/x/mod/sumdb/{note,tlog}, the code that checks Go's own checksum database, and
// with nothing of the log's own.
//
//	go-check DIRECTORY
//
// The directory holds what the log serves: key, checkpoint, tile/..., and, where there are any, checkpoint.older and
// *.tlog-proof. Exit codes: 0 all of it is right, 1 something is not, 2 called wrongly.
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8
const tileWidth = 1 << tileHeight

// How many proofs are made and checked in a large log; the hashes of all entries are compared in any case.
const samples = 500

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go-check DIRECTORY")
		os.Exit(2)
	}
	report, err := check(os.Args[1])
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	fmt.Println("accepted:", report)
}

func check(directory string) (string, error) {
	key, err := os.ReadFile(filepath.Join(directory, "key"))
	if err != nil {
		return "", err
	}
	verifier, err := note.NewVerifier(strings.TrimSuffix(string(key), "\n"))
	if err != nil {
		return "", err
	}
	tree, err := readCheckpoint(filepath.Join(directory, "checkpoint"), verifier)
	if err != nil {
		return "", err
	}
	reader := tlog.TileHashReader(tree, tiles(directory))
	if err := checkEntries(directory, tree, reader); err != nil {
		return "", err
	}
	older := filepath.Join(directory, "checkpoint.older")
	if _, missing := os.Stat(older); missing == nil {
		earlier, err := readCheckpoint(older, verifier)
		if err != nil {
			return "", err
		}
		if err := checkGrowth(earlier, tree, reader); err != nil {
			return "", err
		}
	}
	proofs, err := filepath.Glob(filepath.Join(directory, "*.tlog-proof"))
	if err != nil {
		return "", err
	}
	for _, file := range proofs {
		if err := checkProof(file, verifier, tree, reader); err != nil {
			return "", fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
	}
	return fmt.Sprintf("%d entries, %d proofs", tree.N, len(proofs)), nil
}

func readCheckpoint(file string, verifier note.Verifier) (tlog.Tree, error) {
	signed, err := os.ReadFile(file)
	if err != nil {
		return tlog.Tree{}, err
	}
	return openCheckpoint(signed, verifier)
}

func openCheckpoint(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("no checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, errors.New("malformed size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, err
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

// checkEntries compares every entry with the tree, and checks proofs of some.
func checkEntries(directory string, tree tlog.Tree, reader tlog.HashReader) error {
	stride := tree.N/samples + 1
	for first := int64(0); first < tree.N; first += tileWidth {
		width := min(tileWidth, tree.N-first)
		entries, err := readEntries(directory, first/tileWidth, width)
		if err != nil {
			return err
		}
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
		}
		hashes, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i, entry := range entries {
			index := first + int64(i)
			hash := tlog.RecordHash(entry)
			if hash != hashes[i] {
				return fmt.Errorf("entry %d is not what the tree holds there", index)
			}
			if index%stride == 0 {
				if err := checkRecord(tree, index, hash, reader); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func checkRecord(tree tlog.Tree, index int64, hash tlog.Hash, reader tlog.HashReader) error {
	proof, err := tlog.ProveRecord(tree.N, index, reader)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, hash)
}

func checkGrowth(older, tree tlog.Tree, reader tlog.HashReader) error {
	if older.N > tree.N || older.N == tree.N && older.Hash != tree.Hash {
		return errors.New("the log did not grow from the older checkpoint")
	}
	if older.N == 0 || older.N == tree.N {
		return nil
	}
	proof, err := tlog.ProveTree(tree.N, older.N, reader)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash)
}

// checkProof checks one tlog-proof@v1 by itself, and that its checkpoint lies in the past of the log.
func checkProof(file string, verifier note.Verifier, tree tlog.Tree, reader tlog.HashReader) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	proof, err := parseProof(string(text))
	if err != nil {
		return err
	}
	proved, err := openCheckpoint([]byte(proof.checkpoint), verifier)
	if err != nil {
		return err
	}
	leaf, err := openLeaf(proof.extra)
	if err != nil {
		return err
	}
	if proof.index >= proved.N {
		return errors.New("the index lies outside of the tree")
	}
	if err := tlog.CheckRecord(proof.path, proved.N, proved.Hash, proof.index, tlog.RecordHash(leaf)); err != nil {
		return err
	}
	return checkGrowth(proved, tree, reader)
}

type tlogProof struct {
	extra      []byte
	index      int64
	path       tlog.RecordProof
	checkpoint string
}

func parseProof(text string) (*tlogProof, error) {
	head, checkpoint, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" ||
		!strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return nil, errors.New("no proof")
	}
	extra, err := base64.StdEncoding.Strict().DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return nil, err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil || index < 0 {
		return nil, errors.New("malformed index")
	}
	proof := &tlogProof{extra: extra, index: index, checkpoint: checkpoint}
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		proof.path = append(proof.path, hash)
	}
	return proof, nil
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
