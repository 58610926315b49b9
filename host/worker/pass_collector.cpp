#include "worker/pass_collector.hpp"

#include "plugin_host/wire/strict.hpp"
#include "worker/text.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace vidimus::worker {

void PassCollector::spoil(Trouble trouble)
{
    if (m_trouble == Trouble::None)
        m_trouble = trouble;
}

/// Is there room for one more? Once spoilt, nothing is kept.
bool PassCollector::room(std::size_t have, std::size_t most)
{
    if (have >= most)
        spoil(Trouble::TooMuch);
    return m_trouble == Trouble::None;
}

std::string PassCollector::text(vidimus_string_t text)
{
    m_bytes += text.size;
    // The whole must fit into one message beside its numbers.
    if (text.size > m_limits.text || m_bytes > m_limits.message / 2) {
        spoil(Trouble::TooMuch);
        return {};
    }
    return clean(text);
}

double PassCollector::number(double value)
{
    if (!std::isfinite(value) || std::abs(value) > wire::widest) {
        spoil(Trouble::NoNumber);
        return 0;
    }
    return value;
}

double PassCollector::confidence(double value)
{
    return std::clamp(number(value), 0.0, 1.0);
}

Region PassCollector::region(const vidimus_region_t& region)
{
    return {{number(region.x_mm)}, {number(region.y_mm)}, {number(region.width_mm)}, {number(region.height_mm)}};
}

Quad PassCollector::quad(const vidimus_quad_t& quad)
{
    Quad copy;
    for (std::size_t i = 0; i < copy.size(); ++i)
        copy[i] = {{number(quad.xy_mm[2 * i])}, {number(quad.xy_mm[2 * i + 1])}};
    return copy;
}

void PassCollector::onPrepared(void* context, const vidimus_prepared_page_t* page)
{
    auto& self = of(context);
    if (!self.room(self.m_pass.parts.size(), self.m_limits.items))
        return;
    PreparedPage copy;
    copy.width = {std::max(0.0, self.number(page->width_mm))};
    copy.height = {std::max(0.0, self.number(page->height_mm))};
    copy.quad = self.quad(page->quad);
    for (std::size_t i = 0; i < copy.toAcquired.m.size(); ++i)
        copy.toAcquired.m[i] = self.number(page->to_acquired.m[i]);
    copy.turned = {std::remainder(self.number(page->turned_deg), 360.0)};
    self.m_pass.parts.push_back(std::move(copy));
}

void PassCollector::onLine(void* context, const vidimus_line_t* line)
{
    auto& self = of(context);
    if (!self.room(self.m_pass.lines.size(), self.m_limits.lines)
        || !self.room(
            self.m_words, self.m_limits.words - std::min<std::uint64_t>(line->word_count, self.m_limits.words)))
        return;
    Line copy;
    copy.text = self.text(line->text);
    copy.region = self.region(line->region);
    copy.quad = self.quad(line->quad);
    copy.confidence = self.confidence(line->confidence);
    copy.origin = static_cast<Origin>(std::min<unsigned>(line->origin, static_cast<unsigned>(Origin::Mrz)));
    copy.engine = self.text(line->engine);
    copy.languages = self.text(line->languages);
    copy.part = line->part;
    for (std::uint64_t i = 0; i < line->word_count && self.m_trouble == Trouble::None; ++i) {
        const vidimus_word_t& word = line->words[i];
        copy.words.push_back({self.text(word.text), self.region(word.region), self.confidence(word.confidence)});
    }
    self.m_words += line->word_count;
    self.m_pass.lines.push_back(std::move(copy));
}

void PassCollector::onCode(void* context, const vidimus_code_t* code)
{
    auto& self = of(context);
    if (self.room(self.m_pass.codes.size(), self.m_limits.items))
        self.m_pass.codes.push_back({self.text(code->symbology), self.text(code->text), self.quad(code->quad)});
}

void PassCollector::onMrz(void* context, const vidimus_mrz_t* mrz)
{
    auto& self = of(context);
    if (!self.room(self.m_pass.zones.size(), self.m_limits.items))
        return;
    Mrz copy;
    copy.format = self.text(mrz->format);
    std::istringstream lines(self.text(mrz->lines));
    for (std::string line; std::getline(lines, line) && copy.lines.size() < 16;)
        copy.lines.push_back(line);
    copy.quad = self.quad(mrz->quad);
    copy.confidence = self.confidence(mrz->confidence);
    self.m_pass.zones.push_back(std::move(copy));
}

void PassCollector::onMark(void* context, const vidimus_mark_t* mark)
{
    auto& self = of(context);
    if (self.room(self.m_pass.marks.size(), self.m_limits.items))
        self.m_pass.marks.push_back(
            {self.text(mark->kind), self.text(mark->text), self.quad(mark->quad), self.confidence(mark->confidence)});
}

void PassCollector::onFact(void* context, const vidimus_fact_t* fact)
{
    auto& self = of(context);
    if (!self.room(self.m_pass.facts.size(), self.m_limits.items)
        || !self.room(
            static_cast<std::size_t>(std::min<std::uint64_t>(fact->value_count, SIZE_MAX)), self.m_limits.items))
        return;
    if (fact->page < -1 || fact->page >= static_cast<std::int64_t>(self.m_limits.pages))
        return self.spoil(Trouble::BadPlace);
    Fact copy;
    copy.kind = self.text(fact->kind);
    for (std::uint64_t i = 0; i < fact->value_count; ++i)
        copy.values.emplace(self.text(fact->values[i].name), self.text(fact->values[i].value));
    copy.page = fact->page;
    self.m_pass.facts.push_back(std::move(copy));
}

Result<Pass> PassCollector::finish(const std::string& reader)
{
    for (const Line& line : m_pass.lines)
        if (line.part > 0 && line.part >= m_pass.parts.size())
            spoil(Trouble::BadPlace);
    switch (m_trouble) {
    case Trouble::None:
        return std::move(m_pass);
    case Trouble::TooMuch:
        return Error{ErrorKind::TooLarge, "the page holds more text than the limits allow", reader};
    case Trouble::NoNumber:
        return Error{ErrorKind::Malformed, "the reader gave a place or confidence that is no number", reader};
    case Trouble::BadPlace:
        return Error{ErrorKind::Malformed, "the reader spoke of a page or part that is not there", reader};
    }
    return Error{ErrorKind::Malformed, "the pass is spoilt", reader};
}

} // namespace vidimus::worker
