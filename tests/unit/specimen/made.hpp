#pragma once
#include "specimen/document_types.hpp"
#include "specimen/specimen.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>

namespace vidimus::specimen {

/// What the request gives; a failed test and an empty specimen where it gives an error.
inline Made made(const Request& request)
{
    auto result = make(request);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().message);
    return result.ok() ? std::move(*result) : Made{};
}

inline cv::Mat pixelsOf(const Made& made)
{
    return cv::imdecode(std::vector<unsigned char>(made.bytes.begin(), made.bytes.end()), cv::IMREAD_COLOR);
}

/// Every profile with every layout, drawn small.
inline std::vector<Request> everyLayout(double dpi)
{
    std::vector<Request> requests;
    for (const DocumentType& type : documentTypes())
        for (const Layout& layout : type.layouts) {
            Request request;
            request.profile = type.id;
            request.layout = layout.name;
            request.seed = 11;
            request.dpi = {dpi};
            requests.push_back(request);
        }
    return requests;
}

inline const PlacedField* fieldOf(const Truth& truth, std::string_view id)
{
    for (const PlacedField& field : truth.fields)
        if (field.id == id)
            return &field;
    return nullptr;
}

} // namespace vidimus::specimen
