namespace Grainline.Gateway.Attachments;

internal static class AttachmentSetup
{
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services.AddOptions<FileOptions>().BindConfiguration("Files").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<Uploads>().AddSingleton<AttachmentAccess>().AddSingleton<FileLinks>().AddSingleton<IAttachmentSubject, ConversationSubject>();
    }
}
