#pragma once
#include "core/evidence.hpp"
#include "pipeline/extract/field_reading.hpp"

#include <vector>

namespace vidimus::pipeline {

/// All readings of one field, and what follows from them.
class Ballot {
public:
    explicit Ballot(Judge judge)
        : m_judge(std::move(judge))
    {
    }

    void add(FieldReading reading);
    bool empty() const { return m_readings.empty(); }
    const std::vector<FieldReading>& readings() const { return m_readings; }

    /// Would a further reading change nothing?
    bool settled() const;
    /// Value, certainty, confidence, alternatives. A value that breaks its form or its check digit is accepted only
    /// where every reading that has a form says the same; a reading that holds its check digit is preferred to one that
    /// does not, and no value is ever made up.
    /// \return a field without place; Unreadable where no reading has a value.
    Field decided() const;

private:
    struct Standing {
        std::string value;
        int votes = 0; ///< readings that rest on no assumption
        double confidence = 0; ///< sum
        std::size_t first = 0; ///< reading
        std::size_t best = 0; ///< reading
        bool sound = true; ///< has the form and holds its check digit
        bool confirmed = false; ///< a check digit holds
    };
    std::vector<Standing> standings() const; ///< best first
    bool accepted(const std::vector<Standing>& all) const;

    Judge m_judge;
    std::vector<FieldReading> m_readings;
};

} // namespace vidimus::pipeline
