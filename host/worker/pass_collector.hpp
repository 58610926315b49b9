#pragma once
#include "core/reading.hpp"
#include "core/result.hpp"
#include "plugin_host/wire/limits.hpp"

#include <vidimus/abi/plugin.h>

namespace vidimus::worker {

/// Copies what a reader delivers, at once and within bounds: bad UTF-8 becomes U+FFFD, confidences are clamped to 0..1,
/// numbers that are none, and more than the limits allow, spoil the pass.
class PassCollector {
public:
    explicit PassCollector(const wire::Limits& limits)
        : m_limits(limits)
    {
    }
    const vidimus_pass_sink_t* sink() const { return &m_sink; }
    /// The pass, or why it is none: TooLarge, Malformed.
    Result<Pass> finish(const std::string& reader);

private:
    enum class Trouble { None, TooMuch, NoNumber, BadPlace };

    static PassCollector& of(void* context) { return *static_cast<PassCollector*>(context); }
    static void onPrepared(void* context, const vidimus_prepared_page_t* page);
    static void onLine(void* context, const vidimus_line_t* line);
    static void onCode(void* context, const vidimus_code_t* code);
    static void onMrz(void* context, const vidimus_mrz_t* mrz);
    static void onMark(void* context, const vidimus_mark_t* mark);
    static void onFact(void* context, const vidimus_fact_t* fact);

    bool room(std::size_t have, std::size_t most);
    void spoil(Trouble trouble);
    std::string text(vidimus_string_t text);
    double number(double value);
    double confidence(double value);
    Region region(const vidimus_region_t& region);
    Quad quad(const vidimus_quad_t& quad);

    const wire::Limits& m_limits;
    Pass m_pass;
    std::uint64_t m_words = 0, m_bytes = 0;
    Trouble m_trouble = Trouble::None;
    vidimus_pass_sink_t m_sink{this, &onPrepared, &onLine, &onCode, &onMrz, &onMark, &onFact};
};

} // namespace vidimus::worker
