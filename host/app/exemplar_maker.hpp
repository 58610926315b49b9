#pragma once
#include "app/house.hpp"
#include "app/workers.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vidimus::app {

/// What `vidimus plugin exemplar` is asked.
struct ExemplarOrder {
    std::filesystem::path file; ///< a document whose layout is known
    std::string profile; ///< id
    std::filesystem::path folder; ///< a pack's exemplars/; made where it is missing
};

struct MadeExemplar {
    std::filesystem::path file;
    std::size_t keyPoints = 0;
    std::vector<std::string> boxes; ///< ids of the fields that have one
    std::vector<std::string> missing; ///< ids of the profile's other fields of that side
};

/// Reads the document with the usual pipeline and writes an exemplar of each of its pages.
/// Errors: NotFound (no such profile, nothing of it on the page), Unreadable, Malformed, System; those of the worker.
Result<std::vector<MadeExemplar>> makeExemplars(const ExemplarOrder& order, const House& house, Workers& workers);

} // namespace vidimus::app
