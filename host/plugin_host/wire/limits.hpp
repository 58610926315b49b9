#pragma once
#include "core/result.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>

namespace vidimus::wire {

/// What a worker's child may use and say. The supervisor holds it to the wall-clock limits; the child sets the others
/// on itself before it sees a byte of the document; both sides check the sizes of what is said.
struct Limits {
    /// Wall clock of one call. Reading a dense page at 300 dpi takes seconds; a minute is a hang.
    std::chrono::milliseconds load{60'000}; ///< loading one pack, engines included
    std::chrono::milliseconds open{60'000};
    std::chrono::milliseconds call{120'000}; ///< a pass, a page picture
    std::chrono::milliseconds check{20'000}; ///< one check, validator or field reader
    std::chrono::milliseconds tool{60'000}; ///< one run of poppler or qpdf
    std::chrono::milliseconds served{180'000}; ///< all that the supervisor does for the reader in one call

    std::uint64_t memory = 1536ull << 20; ///< bytes of address space (of resident memory under AddressSanitizer)
    std::uint64_t cpuSeconds = 3600; ///< of a child's whole life: RLIMIT_CPU adds up over calls

    std::uint64_t pixels = 100'000'000; ///< width * height of a picture
    std::uint32_t side = 20'000; ///< pixels along one side

    std::uint32_t pages = 2'000;
    std::uint32_t lines = 20'000; ///< of one pass; a page of small print has 150
    std::uint32_t words = 200'000;
    std::uint32_t items = 20'000; ///< codes, zones, marks, facts, results, citations, named values: each
    std::uint64_t text = 1 << 20; ///< bytes of one string; facts may hold certificates
    std::uint64_t message = 32 << 20; ///< bytes of one message
    std::uint64_t repaired = 512ull << 20; ///< bytes of a file that qpdf wrote
};

nlohmann::json toWire(const Limits& limits);
/// Throws DecodeError.
Limits limitsFromWire(const nlohmann::json& json);

} // namespace vidimus::wire
