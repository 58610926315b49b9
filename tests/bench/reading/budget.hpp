#pragma once
#include "report.hpp"

#include <map>
#include <string>
#include <vector>

/// Where wrong fields go wrong.
namespace vidimus::bench {

enum class Fault {
    None,
    Page, ///< the paper was not recognised, or the field lies outside what was taken for the page
    Locating, ///< no entry, an empty one, one from another place, or one that holds more than the field's print
    Recognising, ///< taken from the right place, where no reading had the value
    Fusing, ///< a reading had the value, and another one won
    Normalising, ///< the text is as printed, the value is not
};

std::string nameOf(Fault fault);
/// All but None, in the order of the stages.
const std::vector<Fault>& faults();

/// The first stage at which the field went wrong; None where its value is right.
Fault faultOf(const nlohmann::json& report, const Specimen& specimen, const TrueField& wanted);

/// A wrong field.
struct Misread {
    const Specimen* specimen = nullptr;
    TrueField wanted;
    std::string read, certainty;
    Fault fault = Fault::None;
    int errors = 0; ///< characters to change
};

struct BudgetRow {
    int fields = 0, accepted = 0; ///< wrong ones; accepted nevertheless
};
std::map<Fault, BudgetRow> budgetOf(const std::vector<Misread>& misreads);

/// Accepted ones first, then by how much is wrong.
std::vector<Misread> worstOf(std::vector<Misread> misreads, std::size_t count);

/// Writes the place of each on its page as FILE-FIELD.png into the folder. \return whether all could be written
bool writeCuts(const std::vector<Misread>& misreads, const std::string& folder);

} // namespace vidimus::bench
