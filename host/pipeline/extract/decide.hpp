#pragma once
#include "core/evidence.hpp"
#include "pipeline/extract/field_reading.hpp"

#include <set>
#include <string>
#include <vector>

namespace vidimus::pipeline {

/// All readings of one field, and what follows from them.
class Ballot {
public:
    /// \param ownHan the Han model of the design's own script ("chi_sim"): where readings differ in nothing but the way
    ///               that Han is written, the value is as that one has it
    /// \param twoEngines  are there two to ask?
    explicit Ballot(Judge judge, profiles::FieldKind kind = profiles::FieldKind::Text, std::string ownHan = {},
        bool twoEngines = false)
        : m_judge(std::move(judge))
        , m_kind(kind)
        , m_ownHan(std::move(ownHan))
        , m_twoEngines(twoEngines)
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
        std::size_t best = 0; ///< reading, the most confident
        std::size_t written = 0; ///< reading that the value is taken from
        bool formed = true; ///< has the form
        bool sound = true; ///< has the form and holds its check digit
        bool confirmed = false; ///< a check digit holds
        bool bySimplified = false, byTraditional = false; ///< which Han models read it so
        std::set<std::string> engines{}; ///< that read it so, resting on no assumption
        std::set<std::string> agreeing{}; ///< that read the same whole date, assuming what a circle is (O〇 for 〇)
        int trusted = 0; ///< votes of the engine that knows the design's own Han best
        bool partly = false; ///< the page engine read it so but for characters that it could not tell
        int rank = -1; ///< of `written`, see rankOf()
    };
    std::vector<Standing> standings() const; ///< best first
    /// Where there are two engines, both must have read it so, or its check digit holds. One engine misreads one
    /// character alike under any preparation (浩 as 洗), and a personal name in Han has no form and no check digit:
    /// where there is one engine only, both its Han models must have read it.
    bool accepted(const std::vector<Standing>& all) const;
    /// Whose calibration holds for the winner; empty where no engine read it.
    std::string groupOf(const Standing& winner) const;
    bool hasWitnesses(const Standing& winner) const;
    /// Did the engine that knows the design's own Han best read another name of that length, and never this one? Where
    /// the others lack a character (寶) they misread it alike (as 實).
    bool isContradicted(const Standing& winner) const;
    /// Did both engines read it, against the form that the profile asks for?
    bool breaksForm(const Standing& standing) const;
    void count(Standing& standing, std::size_t reading) const;
    /// Of readings that are the same but for spacing, punctuation beside Han, and the script of Han: whose way of
    /// writing is taken, the higher the rather.
    int rankOf(const FieldReading& reading) const;
    bool isTrusted(const FieldReading& reading) const;
    /// Readings of names with characters that the page engine could not tell: they speak for what they fit, so that it
    /// comes first; accepted it is not, for the character in question was read by one engine.
    void addPartWitnesses(std::vector<Standing>& all) const;
    bool same(const std::string& a, const std::string& b) const;

    Judge m_judge;
    profiles::FieldKind m_kind;
    std::string m_ownHan;
    bool m_twoEngines;
    std::vector<FieldReading> m_readings;
};

} // namespace vidimus::pipeline
