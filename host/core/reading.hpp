#pragma once
#include "core/region.hpp"

#include <map>
#include <string>
#include <vector>

/// What was seen, uninterpreted. A Reading is the union of passes; each pass has a key and stands for itself.
namespace vidimus {

/// Where a text came from. The names in JSON: ocr, pdf-text, barcode, mrz, correction.
enum class Origin { Ocr, PdfText, Barcode, Mrz, Correction };

struct Word {
    std::string text; ///< UTF-8, as seen
    Region region; ///< on the prepared page
    double confidence = 0; ///< 0..1
};

/// A text line. Geometry is told twice: on the prepared (upright, flat) page, where neighbours can be
/// reasoned about, and on the page as acquired, where it is cited.
struct Line {
    std::string text;
    Region region; ///< on the prepared page of this part
    Quad quad; ///< on the page as acquired
    double confidence = 0; ///< 0..1
    Origin origin = Origin::Ocr;
    std::string engine; ///< id of the engine, or of the reader for PDF text
    std::string languages; ///< as asked from the engine, e.g. "chi_tra+eng"
    std::uint32_t part = 0; ///< which PreparedPage of the page
    std::vector<Word> words;
};

/// A barcode.
struct Code {
    std::string symbology; ///< QRCode, DataMatrix, PDF417, Aztec, Code128 …
    std::string text;
    Quad quad; ///< on the page as acquired
};

/// A machine-readable zone (ICAO Doc 9303).
struct Mrz {
    std::string format; ///< TD1, TD2, TD3
    std::vector<std::string> lines;
    Quad quad; ///< on the page as acquired
    double confidence = 0;
};

/// A non-text feature.
struct Mark {
    std::string kind; ///< seal, photo, signature, watermark
    std::string text; ///< what the mark itself says, if anything was read
    Quad quad; ///< on the page as acquired
    double confidence = 0;
};

/// A technical fact that a reader states and a check may judge: kind plus named values, all UTF-8.
/// Kinds are listed in plugins/README.md (pdf.signature, pdf.active-content, pdf.revision, page.quality …).
struct Fact {
    std::string kind;
    std::map<std::string, std::string> values;
    int page = -1; ///< -1: of the whole file
};

/// One flat, upright piece of paper found on a page; most pages have one, two cards on a glass have two.
struct PreparedPage {
    Millimetres width, height;
    Quad quad; ///< its corners on the page as acquired
    Transform toAcquired; ///< prepared millimetres -> millimetres on the page as acquired
    Degrees turned; ///< clockwise turn that made it upright: 0, 90, 180, 270 plus the deskew
};

/// What one pass asks of a reader. Empty members mean "as the reader sees fit".
struct PassRequest {
    std::string what; ///< "text", "codes", "marks" (seals with what they say), "facts", "registration", "key-points"
    PageIndex page{};
    int part = -1; ///< -1: all prepared pages
    Region region{}; ///< on the prepared page; empty: all of it
    std::string languages{}; ///< engine languages in order, e.g. "chi_sim+eng"
    std::string alphabet{}; ///< the characters that can occur, e.g. "0123456789X"; empty: any
    std::string engine{}; ///< id of an engine; empty: the default
    std::string variant{}; ///< "": as prepared; "scaled", "binarised", "grey", "channel": read again by other means
    bool singleLine = false; ///< the region holds one line of text
    std::string exemplar{}; ///< digest of the DesignPrint that is given with the pass; empty: none
    bool operator==(const PassRequest&) const = default;
};

/// The stable key of a pass: equal requests have equal keys.
std::string keyOf(const PassRequest& request);

struct Pass {
    PassRequest request;
    std::vector<PreparedPage> parts;
    std::vector<Line> lines;
    std::vector<Code> codes;
    std::vector<Mrz> zones;
    std::vector<Mark> marks;
    std::vector<Fact> facts;
};

/// All passes over one file, by key.
struct Reading {
    std::map<std::string, Pass> passes;

    const Pass* find(const PassRequest& request) const;
    void add(Pass pass);
};

} // namespace vidimus
