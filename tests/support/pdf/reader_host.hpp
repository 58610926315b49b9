#pragma once
#include <vidimus/plugin.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// A host inside the test: answers render and repair from what the test gives it, and keeps what passes state.
namespace vidimus::test {

struct StatedFact {
    std::string kind;
    std::map<std::string, std::string> values;
    int page = -1;
};

/// Collects everything a pass states.
struct CollectingSink {
    std::vector<sdk::Line> lines;
    std::vector<StatedFact> facts;
    std::vector<vidimus_prepared_page_t> pages;

    vidimus_pass_sink_t raw()
    {
        return {this, [](void* c, const vidimus_prepared_page_t* p) { self(c).pages.push_back(*p); },
            [](void* c, const vidimus_line_t* l) { self(c).add(*l); }, [](void*, const vidimus_code_t*) {},
            [](void*, const vidimus_mrz_t*) {}, [](void*, const vidimus_mark_t*) {},
            [](void* c, const vidimus_fact_t* f) { self(c).add(*f); }};
    }
    std::vector<StatedFact> of(const std::string& kind) const
    {
        std::vector<StatedFact> found;
        for (const StatedFact& fact : facts)
            if (fact.kind == kind)
                found.push_back(fact);
        return found;
    }
    /// All lines' texts, one a line.
    std::string text() const
    {
        std::string all;
        for (const sdk::Line& line : lines)
            all += line.text + "\n";
        return all;
    }

private:
    static CollectingSink& self(void* context) { return *static_cast<CollectingSink*>(context); }
    void add(const vidimus_line_t& raw)
    {
        sdk::Line line{std::string(sdk::view(raw.text)), raw.region, raw.quad, raw.confidence, raw.origin,
            std::string(sdk::view(raw.engine)), std::string(sdk::view(raw.languages)), raw.part, {}};
        for (std::uint64_t i = 0; i < raw.word_count; ++i)
            line.words.push_back(
                {std::string(sdk::view(raw.words[i].text)), raw.words[i].region, raw.words[i].confidence});
        lines.push_back(std::move(line));
    }
    void add(const vidimus_fact_t& raw)
    {
        StatedFact fact{std::string(sdk::view(raw.kind)), {}, raw.page};
        for (std::uint64_t i = 0; i < raw.value_count; ++i)
            fact.values[std::string(sdk::view(raw.values[i].name))] = std::string(sdk::view(raw.values[i].value));
        facts.push_back(std::move(fact));
    }
};

/// What the last picture was handed on for.
struct HandedOn {
    std::string reader, what;
    std::uint32_t page = 0, width = 0, height = 0;
    double dpi = 0;
};

class ReaderHost {
public:
    ReaderHost();
    ~ReaderHost();
    ReaderHost(const ReaderHost&) = delete;

    std::vector<HandedOn> handedOn;
    double renderWidthMm = 210, renderHeightMm = 297; ///< of the pictures that it "renders"
    std::optional<std::string> repaired; ///< what repair answers
    std::vector<std::string> renderPasswords;

private:
    static const void* extension(const vidimus_host_t*, const char* id);
    vidimus_host_t m_raw{};
};

/// The bytes as the reader takes them.
inline std::span<const std::uint8_t> bytesOf(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

} // namespace vidimus::test
