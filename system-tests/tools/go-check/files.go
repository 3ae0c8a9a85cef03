package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// tiles reads the tiles of C2SP tlog-tiles, whose paths are those of Go's checksum database without the height.
type tiles string

func (directory tiles) Height() int { return tileHeight }

func (directory tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	contents := make([][]byte, len(wanted))
	for i, tile := range wanted {
		content, err := os.ReadFile(filepath.Join(string(directory), path(tile)))
		if err != nil {
			return nil, err
		}
		contents[i] = content
	}
	return contents, nil
}

func (directory tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func path(tile tlog.Tile) string {
	return "tile/" + strings.Replace(strings.TrimPrefix(tile.Path(), "tile/8/"), "data/", "entries/", 1)
}

// readEntries reads an entry bundle: each entry after its length in two bytes.
func readEntries(directory string, number, width int64) ([][]byte, error) {
	tile := tlog.Tile{H: tileHeight, L: -1, N: number, W: int(width)}
	rest, err := os.ReadFile(filepath.Join(directory, path(tile)))
	if err != nil {
		return nil, err
	}
	entries := make([][]byte, width)
	for i := range entries {
		if len(rest) < 2 || len(rest)-2 < int(binary.BigEndian.Uint16(rest)) {
			return nil, errors.New("an entry bundle was cut off")
		}
		end := 2 + int(binary.BigEndian.Uint16(rest))
		entries[i], rest = rest[2:end], rest[end:]
	}
	if len(rest) > 0 {
		return nil, errors.New("an entry bundle has more than its entries")
	}
	return entries, nil
}

// openLeaf makes the leaf that an event and its salt commit to.
func openLeaf(extra []byte) ([]byte, error) {
	var opening struct {
		Salt  []byte
		Event string
	}
	if err := json.Unmarshal(extra, &opening); err != nil {
		return nil, err
	}
	commitment := sha256.Sum256(append(opening.Salt, opening.Event...))
	return append([]byte("lunaria-access/1\n"), commitment[:]...), nil
}
