#pragma once
#include "core/reading.hpp"

#include <vidimus/abi/ext/readers.h>

#include <string>
#include <vector>

namespace vidimus::worker {

/// Lines, codes and zones in the boundary's types. Views: the values handed in must live as long.
class RawLines {
public:
    RawLines(const std::vector<Line>& lines, const std::vector<Code>& codes, const std::vector<Mrz>& zones);
    RawLines(const RawLines&) = delete;
    RawLines& operator=(const RawLines&) = delete;

    const std::vector<vidimus_line_t>& lines() const { return m_lines; }
    const std::vector<vidimus_code_t>& codes() const { return m_codes; }
    const std::vector<vidimus_mrz_t>& zones() const { return m_zones; }

private:
    std::vector<std::vector<vidimus_word_t>> m_words;
    std::vector<std::string> m_joined;
    std::vector<vidimus_line_t> m_lines;
    std::vector<vidimus_code_t> m_codes;
    std::vector<vidimus_mrz_t> m_zones;
};

vidimus_region_t rawOf(const Region& region);
vidimus_quad_t rawOf(const Quad& quad);

} // namespace vidimus::worker
