#pragma once
#include "core/evidence.hpp"
#include "pipeline/extract/field_reading.hpp"

#include <vector>

namespace vidimus::pipeline {

/// All readings of one field, and what follows from them.
class Ballot {
public:
    /// \param ownHan the Han model of the design's own script ("chi_sim"); set for personal names in Han, see
    /// accepted()
    explicit Ballot(Judge judge, std::string ownHan = {})
        : m_judge(std::move(judge))
        , m_ownHan(std::move(ownHan))
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
        int readings = 0; ///< all
        double confidence = 0; ///< sum
        std::size_t first = 0; ///< reading
        std::size_t best = 0; ///< reading
        bool formed = true; ///< has the form
        bool sound = true; ///< has the form and holds its check digit
        bool confirmed = false; ///< a check digit holds
        bool bySimplified = false, byTraditional = false; ///< which Han models read it so
    };
    std::vector<Standing> standings() const; ///< best first
    /// A personal name in Han has no form and no check digit, and one model misreads one character alike under any
    /// preparation (浩 as 洗): both Han models must have read it.
    bool accepted(const std::vector<Standing>& all) const;
    void count(Standing& standing, const FieldReading& reading) const;

    Judge m_judge;
    std::string m_ownHan;
    std::vector<FieldReading> m_readings;
};

} // namespace vidimus::pipeline
