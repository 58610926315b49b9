#pragma once
#include "text.hpp"
#include <vidimus/abi/ext/readers.h>

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace vidimus::sdk {

/// What a pass asks for; see vidimus_pass_request_t.
struct PassRequest {
    std::string what;
    std::uint32_t page = 0;
    int part = -1;
    vidimus_region_t region{};
    std::string languages, alphabet, engine, variant;
    bool singleLine = false;

    bool wholePage() const { return region.width_mm <= 0 || region.height_mm <= 0; }
    static PassRequest from(const vidimus_pass_request_t& raw)
    {
        return {std::string(view(raw.what)), raw.page, raw.part, raw.region, std::string(view(raw.languages)),
            std::string(view(raw.alphabet)), std::string(view(raw.engine)), std::string(view(raw.variant)),
            raw.single_line};
    }
    /// A view; valid as long as this request.
    vidimus_pass_request_t raw() const
    {
        return {string(what), page, part, region, string(languages), string(alphabet), string(engine), string(variant),
            singleLine};
    }
};

struct Word {
    std::string text;
    vidimus_region_t region{}; ///< on the prepared page
    double confidence = 0;
};

struct Line {
    std::string text;
    vidimus_region_t region{}; ///< on the prepared page
    vidimus_quad_t quad{}; ///< on the page as acquired
    double confidence = 0;
    vidimus_origin_t origin = VIDIMUS_ORIGIN_OCR;
    std::string engine, languages;
    std::uint32_t part = 0;
    std::vector<Word> words;
};

/// Where a pass puts what it sees.
class PassSink {
public:
    explicit PassSink(const vidimus_pass_sink_t* raw)
        : m_raw(raw)
    {
    }
    void preparedPage(const vidimus_prepared_page_t& page) { m_raw->prepared_page(m_raw->context, &page); }
    void line(const Line& line)
    {
        std::vector<vidimus_word_t> words;
        words.reserve(line.words.size());
        for (const Word& word : line.words)
            words.push_back({string(word.text), word.region, word.confidence});
        const vidimus_line_t raw{string(line.text), line.region, line.quad, line.confidence, line.origin,
            string(line.engine), string(line.languages), line.part, words.data(), words.size()};
        m_raw->line(m_raw->context, &raw);
    }
    void code(std::string_view symbology, std::string_view text, const vidimus_quad_t& quad)
    {
        const vidimus_code_t raw{string(symbology), string(text), quad};
        m_raw->code(m_raw->context, &raw);
    }
    void mrz(std::string_view format, std::string_view lines, const vidimus_quad_t& quad, double confidence)
    {
        const vidimus_mrz_t raw{string(format), string(lines), quad, confidence};
        m_raw->mrz(m_raw->context, &raw);
    }
    void mark(std::string_view kind, std::string_view text, const vidimus_quad_t& quad, double confidence)
    {
        const vidimus_mark_t raw{string(kind), string(text), quad, confidence};
        m_raw->mark(m_raw->context, &raw);
    }
    /// page: -1 for a fact of the whole file.
    void fact(std::string_view kind, const std::map<std::string, std::string>& values, int page = -1)
    {
        std::vector<vidimus_attribute_t> attributes;
        attributes.reserve(values.size());
        for (const auto& [name, value] : values)
            attributes.push_back({string(name), string(value)});
        const vidimus_fact_t raw{string(kind), attributes.data(), attributes.size(), page};
        m_raw->fact(m_raw->context, &raw);
    }
    const vidimus_pass_sink_t* raw() const { return m_raw; }

private:
    const vidimus_pass_sink_t* m_raw;
};

/// One opened file. Every member may throw Failure.
class Session {
public:
    virtual ~Session() = default;
    virtual std::uint32_t pageCount() = 0;
    virtual vidimus_page_info_t pageInfo(std::uint32_t page) = 0;
    /// The page as acquired at about that resolution; valid until the next call.
    virtual vidimus_image_t pageImage(std::uint32_t page, double dpi) = 0;
    virtual void run(const PassRequest& request, PassSink& sink) = 0;
};

/// Bytes -> facts and lines.
class Reader {
public:
    virtual ~Reader() = default;
    virtual std::string id() const = 0;
    virtual std::vector<std::string> mediaTypes() const = 0;
    virtual std::vector<std::string> passes() const = 0;
    /// bytes stay valid as long as the session. Throws Failure.
    virtual std::unique_ptr<Session> open(
        std::span<const std::uint8_t> bytes, std::string_view mediaType, const std::vector<std::string>& passwords)
        = 0;
};

/// A reader whose passes can also be put to a picture that another reader made.
class ImageReader {
public:
    virtual ~ImageReader() = default;
    virtual std::string id() const = 0;
    virtual void run(const vidimus_image_t& image, std::uint32_t page, const PassRequest& request, PassSink& sink) = 0;
};

} // namespace vidimus::sdk
