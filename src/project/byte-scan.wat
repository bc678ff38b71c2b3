;; Says of which of up to eight groups of needles one stands in a range of bytes, sixteen bytes at a time ("Teddy" of
;; Hyperscan and ripgrep): three neighbouring bytes decide by table which groups may have a needle at a place, then the
;; needles of those are compared.
;;
;; Memory, set up by byte-scan.ts:
;;   0    six tables of sixteen bytes: for each of the three bytes the groups (one bit each) by its low and its high half
;;   96   scratch for the candidates of one step
;;   128  per group eight bytes: the addresses of its first entry and behind its last
;;   256  the entries, twelve bytes for each needle: where the three bytes stand in it, its length, its address
;;   2048 the needles
;;   4096 the bytes to be searched, and behind them the hashes of names
(module
  (memory (export "memory") 1)

  ;; Whether the needle of $entry stands where its three bytes were seen at $at.
  (func $stands (param $entry i32) (param $at i32) (param $start i32) (param $end i32) (result i32)
    (local $length i32) (local $needle i32) (local $offset i32)
    (local.set $at (i32.sub (local.get $at) (i32.load (local.get $entry))))
    (local.set $length (i32.load offset=4 (local.get $entry)))
    (local.set $needle (i32.load offset=8 (local.get $entry)))
    (if (i32.lt_s (local.get $at) (local.get $start)) (then (return (i32.const 0))))
    (if (i32.gt_u (i32.add (local.get $at) (local.get $length)) (local.get $end)) (then (return (i32.const 0))))
    (loop $next
      (if (i32.ne
            (i32.load8_u (i32.add (local.get $at) (local.get $offset)))
            (i32.load8_u (i32.add (local.get $needle) (local.get $offset))))
        (then (return (i32.const 0))))
      (local.set $offset (i32.add (local.get $offset) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $offset) (local.get $length))))
    (i32.const 1))

  ;; Where the needle of group $index ends of which three bytes were seen at $at; 0 where none stands there.
  (func $standing (param $index i32) (param $at i32) (param $start i32) (param $end i32) (result i32)
    (local $entry i32) (local $last i32)
    (local.set $entry (i32.load offset=128 (i32.shl (local.get $index) (i32.const 3))))
    (local.set $last (i32.load offset=132 (i32.shl (local.get $index) (i32.const 3))))
    (if (i32.eq (local.get $entry) (local.get $last)) (then (return (i32.const 0))))
    (loop $next
      (if (call $stands (local.get $entry) (local.get $at) (local.get $start) (local.get $end))
        (then
          (return
            (i32.add
              (i32.sub (local.get $at) (i32.load (local.get $entry)))
              (i32.load offset=4 (local.get $entry))))))
      (local.set $entry (i32.add (local.get $entry) (i32.const 12)))
      (br_if $next (i32.lt_u (local.get $entry) (local.get $last))))
    (i32.const 0))

  ;; Where the first byte from $at on stands that is neither white space nor in a comment.
  (func $code (param $at i32) (param $end i32) (result i32)
    (local $byte i32)
    (loop $skip
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $end))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.le_u (local.get $byte) (i32.const 32))
        (then (local.set $at (i32.add (local.get $at) (i32.const 1))) (br $skip)))
      (if (i32.eq (i32.load16_u (local.get $at)) (i32.const 0x2f2f)) ;; //
        (then
          (loop $line
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br_if $line
              (i32.and
                (i32.lt_u (local.get $at) (local.get $end))
                (i32.ne (i32.load8_u (local.get $at)) (i32.const 10)))))
          (br $skip)))
      (if (i32.eq (i32.load16_u (local.get $at)) (i32.const 0x2a2f)) ;; /*
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (loop $block
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br_if $block
              (i32.and
                (i32.lt_u (local.get $at) (local.get $end))
                (i32.ne (i32.load16_u (local.get $at)) (i32.const 0x2f2a))))) ;; */
          (local.set $at (i32.add (local.get $at) (i32.const 2)))
          (br $skip))))
    (local.get $at))

  ;; A hash of the last name of the path in quotes that stands behind `from`, `import` or `require` where these end at $at:
  ;; of `actions` in './lib/actions.js', without what follows its first dot. 0 stands for a folder that has no name there
  ;; ('.', '../', 'lib/'), -1 for no path; what hashes to that is another number.
  (func $nameBehind (param $at i32) (param $end i32) (result i32)
    (local $byte i32) (local $quote i32) (local $hash i32) (local $length i32) (local $dots i32)
    (local.set $at (call $code (local.get $at) (local.get $end)))
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 40)) ;; (
      (then (local.set $at (call $code (i32.add (local.get $at) (i32.const 1)) (local.get $end)))))
    (local.set $quote (i32.load8_u (local.get $at)))
    (if (i32.and (i32.ne (local.get $quote) (i32.const 34)) (i32.ne (local.get $quote) (i32.const 39)))
      (then (return (i32.const -1))))
    (local.set $hash (i32.const 0x811c9dc5))
    (block $closed
      (loop $forth
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        ;; Not closed in its line, or at all.
        (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (i32.const -1))))
        (local.set $byte (i32.load8_u (local.get $at)))
        (if (i32.eq (local.get $byte) (i32.const 10)) (then (return (i32.const -1))))
        (br_if $closed (i32.eq (local.get $byte) (local.get $quote)))
        (if (i32.eq (local.get $byte) (i32.const 47)) ;; /
          (then
            (local.set $hash (i32.const 0x811c9dc5))
            (local.set $length (i32.const 0))
            (local.set $dots (i32.const 0))
            (br $forth)))
        (if (i32.eq (local.get $byte) (i32.const 46)) (then (local.set $dots (i32.const 1)))) ;; .
        (br_if $forth (local.get $dots))
        (local.set $hash (i32.mul (i32.xor (local.get $hash) (local.get $byte)) (i32.const 0x01000193)))
        (local.set $length (i32.const 1))
        (br $forth)))
    (if (i32.eqz (local.get $length)) (then (return (i32.const 0))))
    (if (i32.eq (local.get $hash) (i32.const -1)) (then (return (i32.const 1))))
    (local.get $hash))

  ;; The groups (one bit each) of which a needle is in the bytes from $start to $end. The 32 bytes after $end are made zero.
  ;; Those of the last group are the words before the specifiers of modules, of which the names are written to $out, at most
  ;; $most of them: their number, or one more for too many, is in the bits above the groups, and that of the group is not set.
  (func (export "scan") (param $start i32) (param $end i32) (param $out i32) (param $most i32) (result i32)
    (local $name i32) (local $names i32) (local $at i32) (local $found i32) (local $lanes i32) (local $lane i32) (local $bits i32) (local $index i32)
    (local $low0 v128) (local $high0 v128) (local $low1 v128) (local $high1 v128) (local $low2 v128) (local $high2 v128)
    (local $half v128) (local $bytes0 v128) (local $bytes1 v128) (local $bytes2 v128) (local $hits v128)
    (v128.store (local.get $end) (v128.const i64x2 0 0))
    (v128.store offset=16 (local.get $end) (v128.const i64x2 0 0))
    (local.set $low0 (v128.load (i32.const 0)))
    (local.set $high0 (v128.load (i32.const 16)))
    (local.set $low1 (v128.load (i32.const 32)))
    (local.set $high1 (v128.load (i32.const 48)))
    (local.set $low2 (v128.load (i32.const 64)))
    (local.set $high2 (v128.load (i32.const 80)))
    (local.set $half (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
    (local.set $at (local.get $start))
    (block $done
      (loop $step
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $bytes0 (v128.load (local.get $at)))
        (local.set $bytes1 (v128.load offset=1 (local.get $at)))
        (local.set $bytes2 (v128.load offset=2 (local.get $at)))
        (local.set $hits
          (v128.and
            (v128.and
              (v128.and
                (i8x16.swizzle (local.get $low0) (v128.and (local.get $bytes0) (local.get $half)))
                (i8x16.swizzle (local.get $high0) (i8x16.shr_u (local.get $bytes0) (i32.const 4))))
              (v128.and
                (i8x16.swizzle (local.get $low1) (v128.and (local.get $bytes1) (local.get $half)))
                (i8x16.swizzle (local.get $high1) (i8x16.shr_u (local.get $bytes1) (i32.const 4)))))
            (v128.and
              (i8x16.swizzle (local.get $low2) (v128.and (local.get $bytes2) (local.get $half)))
              (i8x16.swizzle (local.get $high2) (i8x16.shr_u (local.get $bytes2) (i32.const 4))))))
        (if (v128.any_true (local.get $hits))
          (then
            (v128.store (i32.const 96) (local.get $hits))
            (local.set $lanes
              (i8x16.bitmask (i8x16.ne (local.get $hits) (v128.const i64x2 0 0))))
            (loop $eachLane
              (local.set $lane (i32.ctz (local.get $lanes)))
              (local.set $lanes (i32.and (local.get $lanes) (i32.sub (local.get $lanes) (i32.const 1))))
              ;; The candidates of this place that have not been found before.
              (local.set $bits
                (i32.and
                  (i32.load8_u offset=96 (local.get $lane))
                  (i32.xor (local.get $found) (i32.const -1))))
              (block $checked
                (loop $eachBit
                  (br_if $checked (i32.eqz (local.get $bits)))
                  (local.set $index (i32.ctz (local.get $bits)))
                  (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
                  (local.set $name
                    (call $standing
                      (local.get $index)
                      (i32.add (local.get $at) (local.get $lane))
                      (local.get $start)
                      (local.get $end)))
                  (br_if $eachBit (i32.eqz (local.get $name)))
                  (if (i32.ne (local.get $index) (i32.const 7))
                    (then
                      (local.set $found
                        (i32.or (local.get $found) (i32.shl (i32.const 1) (local.get $index))))
                      (br $eachBit)))
                  (local.set $name (call $nameBehind (local.get $name) (local.get $end)))
                  (br_if $eachBit (i32.eq (local.get $name) (i32.const -1)))
                  (if (i32.lt_u (local.get $names) (local.get $most))
                    (then
                      (i32.store
                        (i32.add (local.get $out) (i32.shl (local.get $names) (i32.const 2)))
                        (local.get $name))))
                  (if (i32.le_u (local.get $names) (local.get $most))
                    (then (local.set $names (i32.add (local.get $names) (i32.const 1)))))
                  (br $eachBit)))
              (br_if $eachLane (local.get $lanes)))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $step)))
    (i32.or (local.get $found) (i32.shl (local.get $names) (i32.const 8)))))
